# fails: cronjob
# mistake: host-not-filled-in
kubectl apply -f batch-secret-config.yaml -f batch-app-config.yaml
kubectl apply -f batch-app.yaml
sleep 310
kubectl get pods -n eks-work
