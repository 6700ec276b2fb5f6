# step: namespace
kubectl apply -f namespace-eks-work.yaml
kubectl config set-context --current --namespace=eks-work
# step: deploy
kubectl apply -f backend-app.yaml
sleep 10
kubectl get pods -n eks-work
# step: secret
kubectl apply -f db-config.yaml
kubectl rollout status deployment/backend-app -n eks-work --timeout=180s
# step: service
kubectl apply -f backend-app-service.yaml
kubectl get service -n eks-work
# step: heal
kubectl delete $(kubectl get pods -n eks-work -l app=backend-app -o name | head -n 1) -n eks-work
kubectl rollout status deployment/backend-app -n eks-work --timeout=180s
# step: read
kubectl describe pods -n eks-work -l app=backend-app
# step: update
kubectl set image deployment/backend-app -n eks-work backend-app=761624429622.dkr.ecr.ap-northeast-1.amazonaws.com/k8sbook/backend-app:1.0.0
kubectl rollout status deployment/backend-app -n eks-work --timeout=300s
# step: rollback
kubectl rollout undo deployment/backend-app -n eks-work
kubectl rollout status deployment/backend-app -n eks-work --timeout=300s
