# Everything that can be made without a file is.
kubectl create namespace eks-work
kubectl apply -f backend-app.yaml
sleep 15
kubectl describe pods -n eks-work
kubectl create secret generic db-config -n eks-work --from-literal=db-url=jdbc:postgresql://db.example.com/myworkdb --from-literal=db-username=mywork --from-literal=db-password=example-only
kubectl wait --for=condition=Available deployment/backend-app -n eks-work --timeout=180s
kubectl expose deployment backend-app -n eks-work --name=backend-app-service --type=LoadBalancer --port=8080 --target-port=8080
sleep 20
kubectl delete $(kubectl get pods -n eks-work -o name | tail -n 1) -n eks-work
sleep 90
kubectl describe $(kubectl get pods -n eks-work -o name | head -n 1) -n eks-work
kubectl set image deployment backend-app -n eks-work '*=761624429622.dkr.ecr.ap-northeast-1.amazonaws.com/k8sbook/backend-app:1.0.0'
sleep 180
kubectl rollout undo deployment backend-app -n eks-work --to-revision=1
sleep 180
